package io.acme.libraries;

/** Routes of a service. */
public interface Routes {
  /** Handles a path, and returns the response. */
  String handle(String path) throws Exception;
}
