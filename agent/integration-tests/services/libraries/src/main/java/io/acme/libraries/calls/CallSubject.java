package io.acme.libraries.calls;

import java.util.List;

/** A client of another service. */
public interface CallSubject {
  /** Fetches one thing by its id, and waits for it. */
  void call(String id) throws Exception;

  /** Makes one call that fails. */
  void fail() throws Exception;

  /** Fetches some things at the same time, if the client can. */
  default void together(List<String> ids) throws Exception {
    for (String id : ids) {
      call(id);
    }
  }

  /** The subject of a class in this package, {@code <name>Calls}. */
  static CallSubject named(String name, String url) throws ReflectiveOperationException {
    Class<?> type = Class.forName(CallSubject.class.getPackageName() + '.' + name + "Calls");
    return (CallSubject) type.getDeclaredConstructor(String.class).newInstance(url);
  }
}
