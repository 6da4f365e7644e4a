package io.rowcall.bench.trial;

import java.util.Collections;
import java.util.Enumeration;
import javax.servlet.ServletConfig;
import javax.servlet.ServletContext;

/** Configuration of the servlet {@code things} in the root context. */
abstract class StubConfig implements ServletConfig {
  private static final Class<? extends Context> CONTEXT = Stubs.complete(Context.class);

  private final ServletContext context = Stubs.instance(CONTEXT);

  @Override
  public String getServletName() {
    return "things";
  }

  @Override
  public ServletContext getServletContext() {
    return context;
  }

  @Override
  public Enumeration<String> getInitParameterNames() {
    return Collections.emptyEnumeration();
  }

  /** The root context. */
  abstract static class Context implements ServletContext {
    @Override
    public String getContextPath() {
      return "";
    }

    @Override
    public String getServletContextName() {
      return "trial";
    }

    @Override
    public Enumeration<String> getAttributeNames() {
      return Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
      return Collections.emptyEnumeration();
    }
  }
}
