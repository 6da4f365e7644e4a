package io.acme.libraries.calls;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** {@code HttpURLConnection}. */
final class UrlConnectionCalls implements CallSubject {
  private final String url;

  UrlConnectionCalls(String url) {
    this.url = url;
  }

  @Override
  public void call(String id) throws Exception {
    HttpURLConnection connection = open("/items/" + id + "?token=canary-" + id);
    connection.getResponseCode();
    try (InputStream body = connection.getInputStream()) {
      body.readAllBytes();
    }
  }

  @Override
  public void fail() throws Exception {
    open("/fail").getInputStream();
  }

  private HttpURLConnection open(String path) throws IOException {
    return (HttpURLConnection) URI.create(url + path).toURL().openConnection();
  }
}
