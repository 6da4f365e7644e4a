package io.acme.appservers;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** What is served below {@code /rs}. */
@ApplicationPath("rs")
public class Rest extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(Resources.class);
  }
}
