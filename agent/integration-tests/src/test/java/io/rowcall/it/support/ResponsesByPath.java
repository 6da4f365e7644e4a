package io.rowcall.it.support;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Responses of one test run, by request path. */
public final class ResponsesByPath {
  private final Map<String, ServiceResponse> responses = new LinkedHashMap<>();

  /** Sends a GET and keeps the response. */
  public void fetch(ServiceProcess service, String path) throws IOException {
    responses.put(path, service.get(path));
  }

  /** The fetched paths, in order. */
  public Set<String> paths() {
    return responses.keySet();
  }

  /**
   * Returns the response of a fetched path.
   *
   * @throws AssertionError if the path was not fetched
   */
  public ServiceResponse get(String path) {
    ServiceResponse response = responses.get(path);
    if (response == null) {
      throw new AssertionError(path + " was not fetched");
    }
    return response;
  }
}
