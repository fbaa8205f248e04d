package dev.tollgate.gateway.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rows of {@code eras/matrix.yaml}, whose head says how they are written. */
record EraMatrix(List<Row> rows) {
    static final String WORKS = "works";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A request: its method, and the members of its params as JSON. */
    record Ask(String method, String members) {}

    /**
     * @param modern the answer of a server of the modern era, where it is another one
     */
    record Row(
            String feature,
            String does,
            @Nullable Ask ask,
            @Nullable String answer,
            @Nullable String modern,
            String seen,
            LinkedHashMap<String, String> cells) {
        Row {
            cells.keySet().forEach(Row::checked);
            for (String revision : EraAgent.REVISIONS) {
                outcome(cells, feature, revision, false);
                outcome(cells, feature, revision, true);
            }
        }

        private static void checked(String whose) {
            String revisions = whose.split(" on ", 2)[0];
            for (String revision : revisions.split(", ")) {
                if (!revision.equals("all") && !EraAgent.REVISIONS.contains(revision)) {
                    throw new IllegalArgumentException("no such revision: " + whose);
                }
            }
            if (whose.contains(" on ") && !whose.endsWith(" on legacy") && !whose.endsWith(" on modern")) {
                throw new IllegalArgumentException("no such era: " + whose);
            }
        }

        Ask asked() {
            return Objects.requireNonNull(ask, feature + " asks for nothing");
        }

        String answer(boolean modernServer) {
            return Objects.requireNonNull(modernServer && modern != null ? modern : answer, feature);
        }

        String outcome(String revision, boolean modernServer) {
            return outcome(cells, feature, revision, modernServer);
        }

        private static String outcome(
                Map<String, String> cells, String feature, String revision, boolean modernServer) {
            String outcome = null;
            for (Map.Entry<String, String> cell : cells.entrySet()) {
                String[] whose = cell.getKey().split(" on ", 2);
                boolean ofRevision = whose[0].equals("all")
                        || Arrays.asList(whose[0].split(", ")).contains(revision);
                boolean ofEra = whose.length < 2 || whose[1].equals(modernServer ? "modern" : "legacy");
                outcome = ofRevision && ofEra ? cell.getValue() : outcome;
            }
            return Objects.requireNonNull(outcome, feature + " says nothing of " + revision);
        }
    }

    static EraMatrix read() {
        try (InputStream file =
                Objects.requireNonNull(EraMatrix.class.getResourceAsStream("/eras/matrix.yaml"), "matrix.yaml")) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return MAPPER.convertValue(tree, EraMatrix.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
