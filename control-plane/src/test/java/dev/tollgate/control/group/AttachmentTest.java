package dev.tollgate.control.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class AttachmentTest {
    @Inject
    @DataSource("system")
    AgroalDataSource system;

    private Acting owner;
    private String group;
    private String team;
    private String key;

    @BeforeEach
    void aGroup() {
        owner = Acting.ownerOfNewTenant("attach");
        group = owner.create("/groups", Map.of("name", "readers", "patterns", List.of("*__read")));
        team = owner.post("/subjects", Map.of("kind", "team", "name", "Support"))
                .statusCode(201)
                .extract()
                .path("ref");
        key = owner.post("/keys", Map.of("name", "agent", "environmentId", owner.environment("production")))
                .statusCode(201)
                .extract()
                .path("key.id");
    }

    @Test
    void a_group_is_attached_to_keys_and_subjects_at_once_and_to_no_others() {
        owner.request()
                .header("If-Match", "\"0\"")
                .body(Map.of("to", List.of("key:" + key, team)))
                .put("/groups/" + group + "/attachments")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("attachedTo", containsInAnyOrder("key:" + key, team));

        assertThat(attachedAsPublished()).containsExactly(group, group);
        owner.get("/groups").body("items[0].attachedTo", hasSize(2));
        owner.get("/keys/" + key).body("groupIds", contains(group));
        owner.get("/subjects/" + team).body("groupIds", contains(group));
        owner.delete("/groups/" + group).statusCode(409);

        owner.put("/groups/" + group + "/attachments", Map.of("to", List.of(team)))
                .statusCode(200)
                .body("attachedTo", contains(team));

        assertThat(attachedAsPublished()).containsExactly(group);
        owner.put("/groups/" + group + "/attachments", Map.of("to", List.of())).statusCode(200);
        owner.delete("/groups/" + group).statusCode(204);
    }

    @Test
    void a_target_that_is_not_there_is_named_and_nothing_is_attached() {
        Acting other = Acting.ownerOfNewTenant("other");
        String foreign = other.post("/subjects", Map.of("kind", "team", "name", "Support"))
                .statusCode(201)
                .extract()
                .path("ref");

        owner.put(
                        "/groups/" + group + "/attachments",
                        Map.of("to", List.of(team, "key:abcdefghijkl", foreign, "nonsense", "tier:none")))
                .statusCode(422)
                .body("errors.field", contains("to[1]", "to[2]", "to[3]", "to[4]"));
        owner.get("/groups/" + group).body("attachedTo", hasSize(0)).body("version", equalTo(0));
        other.put("/groups/" + group + "/attachments", Map.of("to", List.of(foreign)))
                .statusCode(404);
        owner.colleague("viewer")
                .put("/groups/" + group + "/attachments", Map.of("to", List.of()))
                .statusCode(403);
        owner.colleague("tool-admin")
                .put("/groups/" + group + "/attachments", Map.of("to", List.of(team)))
                .statusCode(200);
    }

    private List<String> attachedAsPublished() {
        OutboxContents outbox = OutboxContents.of(system, owner);
        return Stream.concat(
                        outbox.live(VirtualKeyConfig.class).stream().flatMap(it -> it.groups().stream()),
                        outbox.live(SubjectConfig.class).stream().flatMap(it -> it.groups().stream()))
                .map(Object::toString)
                .toList();
    }
}
