package io.acme.appservers;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** JAX-RS application below {@code /rs}. */
@ApplicationPath("rs")
public class RestApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(TaskResource.class);
  }
}
