package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.task.TaskForm;
import dev.tollgate.gateway.task.TaskHandle;
import dev.tollgate.gateway.task.TaskJson;
import dev.tollgate.model.id.ServerId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that an agent wants to hear of, by the ids that it knows them by.
 *
 * @param byId only of servers that tell of them, and that this gateway reaches
 */
record WishedTasks(Map<String, TaskHandle> byId) {
    /** Of one stream. */
    static final int IDS_MAX = 100;

    static final WishedTasks NONE = new WishedTasks(Map.of());

    WishedTasks {
        byId = Map.copyOf(byId);
    }

    /** Those of the ids that stand for a task that the caller may ask about. */
    static WishedTasks of(Set<String> ids, Caller caller, TaskPlaces places) {
        Map<String, TaskHandle> known = new LinkedHashMap<>();
        for (String id : ids) {
            TaskHandle handle = places.ids().open(id, caller.key());
            if (handle != null
                    && handle.form() == TaskForm.MODERN
                    && !places.isElsewhere(handle)
                    && isVisible(handle, caller)) {
                known.put(id, handle);
            }
        }
        return new WishedTasks(known);
    }

    private static boolean isVisible(TaskHandle handle, Caller caller) {
        return caller.view().find(handle.server(), handle.tool(), caller.filter()) != null;
    }

    /** What one server calls those of them that the caller may ask about now. */
    Set<String> at(ServerId server, Caller caller) {
        return byId.values().stream()
                .filter(handle -> handle.server().equals(server) && isVisible(handle, caller))
                .map(TaskHandle::upstreamId)
                .collect(Collectors.toSet());
    }

    /** The params in which a server tells of one of them, as the agent is to have them but for {@code _meta}; null if of none. */
    byte @Nullable [] told(ServerId server, Caller caller, RpcMessage notification) throws MalformedJson {
        Span at = notification.params();
        if (at == null || !notification.isObject(at)) {
            return null;
        }
        byte[] params = at.of(notification.bytes());
        String upstreamId = TaskJson.id(params);
        for (Map.Entry<String, TaskHandle> each : byId.entrySet()) {
            if (each.getValue().server().equals(server)
                    && each.getValue().upstreamId().equals(upstreamId)
                    && isVisible(each.getValue(), caller)) {
                return TaskJson.withId(TaskJson.without(params, "_meta"), each.getKey());
            }
        }
        return null;
    }
}
