package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.meter.Target;
import dev.tollgate.gateway.task.TaskForm;
import dev.tollgate.gateway.task.TaskHandle;
import dev.tollgate.gateway.task.TaskIds;
import dev.tollgate.model.config.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Where tasks are known: at their server, in a session of it, or through one gateway alone.
 *
 * @param ownUrl where the other gateways of the region reach this one
 */
record TaskPlaces(TaskIds ids, String ownUrl, EdgeMetrics metrics) {
    TaskHandle handle(Target target, TaskForm form, String upstreamId, @Nullable String session) {
        return switch (target.server().transport()) {
            case Transport.StreamableHttp _ ->
                new TaskHandle(target.server().id(), target.name(), form, upstreamId, session, null);
            // A process or a connection is one gateway's, and so are the tasks that it knows.
            case Transport.Stdio _, Transport.Sse _, Transport.OpenApi _ ->
                new TaskHandle(target.server().id(), target.name(), form, upstreamId, null, ownUrl);
        };
    }

    boolean isElsewhere(TaskHandle handle) {
        return handle.gateway() != null && !handle.gateway().equals(ownUrl);
    }
}
