package io.acme.safety;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts the service inside a bundle. */
public final class OsgiActivator implements BundleActivator {

  @Override
  public void start(BundleContext context) throws Exception {
    Class.forName("org.h2.Driver");
    SafetyService.main(new String[0]);
  }

  @Override
  public void stop(BundleContext context) {}
}
