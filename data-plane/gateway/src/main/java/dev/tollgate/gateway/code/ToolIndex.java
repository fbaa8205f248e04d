package dev.tollgate.gateway.code;

import dev.tollgate.gateway.policy.ExposedTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/** The words of some tools, in memory: their names count most, then what they say of themselves, then their arguments. */
final class ToolIndex {
    private static final int WORDS_MAX = 32;
    private static final int PREFIX_CHARS_MIN = 3;
    private static final float NAME_WEIGHT = 4;
    private static final float SERVER_WEIGHT = 2;
    private static final float PREFIX_WEIGHT = 0.3f;
    private static final String NAME = "name";
    private static final String SERVER = "server";
    private static final String SERVER_WORDS = "serverWords";
    private static final String TEXT = "text";
    private static final String ARGUMENTS = "arguments";
    private static final String PLACE = "place";
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^\\p{L}\\p{N}]+");

    private final Analyzer analyzer = new StandardAnalyzer();
    private final IndexSearcher searcher;

    ToolIndex(List<ExposedTool> tools) {
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (int i = 0; i < tools.size(); i++) {
                    writer.addDocument(document(tools.get(i), i));
                }
                writer.forceMerge(1);
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
            // Asked for by other words each time; nothing is kept of what was asked.
            searcher.setQueryCache(null);
        } catch (IOException e) {
            throw new UncheckedIOException("memory has no errors of its own", e);
        }
    }

    private static Document document(ExposedTool tool, int place) {
        Definition definition = Definition.of(tool);
        Document document = new Document();
        document.add(new TextField(NAME, words(tool.tool().name() + " " + tool.exposedName()), Field.Store.NO));
        document.add(new TextField(SERVER_WORDS, words(tool.server().name().value()), Field.Store.NO));
        document.add(new StringField(SERVER, tool.server().name().value(), Field.Store.NO));
        document.add(new TextField(TEXT, definition.description(), Field.Store.NO));
        document.add(new TextField(ARGUMENTS, arguments(definition), Field.Store.NO));
        document.add(new StoredField(PLACE, place));
        return document;
    }

    private static String arguments(Definition definition) {
        StringBuilder words = new StringBuilder();
        Map<String, @Nullable Object> schema = definition.input();
        JsonShape.object(schema.get("properties"))
                .forEach((name, each) -> words.append(words(name))
                        .append(' ')
                        .append(JsonShape.text(JsonShape.object(each).get("description")))
                        .append(' '));
        return words.toString();
    }

    /** {@code findOpenOrders} and {@code find_open_orders} as words. */
    private static String words(String name) {
        return HUMP.matcher(name).replaceAll(" ");
    }

    /**
     * The places of the tools that fit best, the best first.
     *
     * @param server that they are of; absent for any
     */
    List<Integer> find(String query, @Nullable String server, int limit) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String word : asked(query)) {
            forms(word).forEach(form -> any.add(weighted(form), BooleanClause.Occur.SHOULD));
            if (word.length() >= PREFIX_CHARS_MIN) {
                for (String field : List.of(NAME, TEXT)) {
                    any.add(
                            new BoostQuery(new PrefixQuery(new Term(field, word)), PREFIX_WEIGHT),
                            BooleanClause.Occur.SHOULD);
                }
            }
        }
        BooleanQuery.Builder whole = new BooleanQuery.Builder().add(any.build(), BooleanClause.Occur.MUST);
        if (server != null) {
            whole.add(new TermQuery(new Term(SERVER, server)), BooleanClause.Occur.FILTER);
        }
        try {
            List<Integer> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(whole.build(), limit).scoreDocs) {
                Number place = searcher.storedFields()
                        .document(hit.doc)
                        .getField(PLACE)
                        .numericValue();
                found.add(place.intValue());
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("memory has no errors of its own", e);
        }
    }

    private static Query weighted(String word) {
        return new BooleanQuery.Builder()
                .add(new BoostQuery(new TermQuery(new Term(NAME, word)), NAME_WEIGHT), BooleanClause.Occur.SHOULD)
                .add(
                        new BoostQuery(new TermQuery(new Term(SERVER_WORDS, word)), SERVER_WEIGHT),
                        BooleanClause.Occur.SHOULD)
                .add(new TermQuery(new Term(TEXT, word)), BooleanClause.Occur.SHOULD)
                .add(new TermQuery(new Term(ARGUMENTS, word)), BooleanClause.Occur.SHOULD)
                .build();
    }

    /** The word, and the one of which it is a plural. */
    private static List<String> forms(String word) {
        return word.length() > PREFIX_CHARS_MIN && word.endsWith("s")
                ? List.of(word, word.substring(0, word.length() - 1))
                : List.of(word);
    }

    private Set<String> asked(String query) {
        Set<String> found = new LinkedHashSet<>();
        try (TokenStream stream = analyzer.tokenStream(TEXT, words(query))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (found.size() < WORDS_MAX && stream.incrementToken()) {
                found.add(term.toString().toLowerCase(Locale.ROOT));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string has no errors of its own", e);
        }
        return found;
    }
}
