package io.rowcall.sample.chat;

import io.rowcall.cache.Invalidation;
import io.rowcall.sample.auth.Callers;
import io.rowcall.sample.catalog.CacheKeys;
import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Json;
import io.rowcall.sample.http.Request;
import io.rowcall.sample.http.Response;
import io.rowcall.sample.http.Route;
import io.rowcall.sample.wiring.Resources;
import java.util.List;
import java.util.Map;

/** Endpoints of the chat. */
public final class ChatRoutes {

  private final Resources resources;
  private final Conversations baseline;
  private final Conversations optimized;

  public ChatRoutes(Resources resources) {
    this.resources = resources;
    baseline = new BaselineConversations(resources.jdbi());
    optimized = new OptimizedConversations(resources.jdbi(), resources.parallel());
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/baseline/api/rag/chat",
            request ->
                Response.ok(baseline.conversation(Callers.userId(request), conversation(request)))),
        Route.get("/api/rag/chat", this::optimizedChat),
        Route.post("/api/rag/chat", this::addMessage));
  }

  private Response optimizedChat(Request request) throws Exception {
    String userId = Callers.userId(request);
    int conversation = conversation(request);
    return resources.cached(
        resources.keys().chat(userId, conversation),
        () -> optimized.conversation(userId, conversation));
  }

  /** Adds a message to a conversation, in one statement that also checks its owner. */
  private Response addMessage(Request request) {
    String userId = Callers.userId(request);
    var body = Json.object(request.body());
    long conversation = body.path("conversation").asLong();
    String content = Json.text(body, "content", 4000);
    int added =
        resources
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createUpdate(
                            """
                            INSERT INTO rag_messages (conversation_id, author_role, content, created_at)
                            SELECT id, 'USER', CAST(? AS VARCHAR(4000)), CAST(? AS TIMESTAMP WITH TIME ZONE)
                            FROM rag_conversations WHERE id = ? AND user_id = ?
                            """)
                        .bind(0, content)
                        .bind(1, resources.clock().instant())
                        .bind(2, conversation)
                        .bind(3, userId)
                        .execute());
    if (added == 0) {
      throw HttpError.notFound("there is no such conversation");
    }
    resources.cache().invalidate(CacheKeys.chatsOf(userId));
    resources.cache().invalidate(Invalidation.ofTag(CacheKeys.usageTag(userId)));
    return Response.json(201, Map.of("conversation", conversation));
  }

  private static int conversation(Request request) {
    return request.intParameter("conversation", 0, 0, Integer.MAX_VALUE);
  }
}
