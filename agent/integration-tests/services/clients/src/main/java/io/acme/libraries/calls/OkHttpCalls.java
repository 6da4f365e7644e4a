package io.acme.libraries.calls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** OkHttp. */
final class OkHttpCalls implements CallSubject {
  private final OkHttpClient client = new OkHttpClient();
  private final String url;

  OkHttpCalls(String url) {
    this.url = url;
  }

  @Override
  public void call(String id) throws Exception {
    get("/items/" + id + "?token=canary-" + id).execute().close();
  }

  @Override
  public void fail() throws Exception {
    get("/fail").execute().close();
  }

  @Override
  public void together(List<String> ids) {
    List<CompletableFuture<Void>> calls = new ArrayList<>();
    for (String id : ids) {
      Answer answer = new Answer();
      get("/items/" + id).enqueue(answer);
      calls.add(answer.done);
    }
    calls.forEach(CompletableFuture::join);
  }

  private Call get(String path) {
    return client.newCall(new Request.Builder().url(url + path).build());
  }

  private static final class Answer implements Callback {
    final CompletableFuture<Void> done = new CompletableFuture<>();

    @Override
    public void onFailure(Call call, IOException failure) {
      done.completeExceptionally(failure);
    }

    @Override
    public void onResponse(Call call, Response response) {
      response.close();
      done.complete(null);
    }
  }
}
