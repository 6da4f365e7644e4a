package io.rowcall.core.weave;

/**
 * Signals that a class could not be woven and was loaded as it is. The message contains its name.
 */
final class WeavingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  WeavingException(String className, Throwable cause) {
    super("could not weave " + className.replace('/', '.'), cause);
  }
}
