package io.acme.libraries;

/** What a service answers. */
public interface Routes {
  /** The answer to a path. */
  String answer(String path) throws Exception;
}
