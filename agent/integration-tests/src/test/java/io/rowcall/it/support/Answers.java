package io.rowcall.it.support;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The answers of one run, by path. */
public final class Answers {
  private final Map<String, Answer> byPath = new LinkedHashMap<>();

  /** Sends a GET and keeps the answer. */
  public void ask(ServiceProcess service, String path) throws IOException {
    byPath.put(path, service.get(path));
  }

  public Set<String> paths() {
    return byPath.keySet();
  }

  /** The answer for a path that was asked for. */
  public Answer of(String path) {
    Answer answer = byPath.get(path);
    if (answer == null) {
      throw new AssertionError(path + " was not asked for");
    }
    return answer;
  }
}
