package io.acme.servers;

import io.acme.shop.Shop;
import io.acme.shop.servlet.ShopServlet;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletInfo;
import io.undertow.servlet.api.ServletStackTraces;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.Servlet;
import java.net.InetSocketAddress;

/** Starts Undertow. */
final class UndertowServer {
  private UndertowServer() {}

  static int start(Shop shop) throws Exception {
    DeploymentInfo shopOnly =
        Servlets.deployment()
            .setClassLoader(UndertowServer.class.getClassLoader())
            .setContextPath("/")
            .setDeploymentName("shop")
            .setServletStackTraces(ServletStackTraces.NONE)
            .addServlet(servlet("shop", new ShopServlet(shop), "/"))
            .addServlet(servlet("commit", new CommitServlet(shop), "/commit/*"));
    DeploymentManager manager = Servlets.defaultContainer().addDeployment(shopOnly);
    manager.deploy();
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setWorkerThreads(8)
            .setHandler(manager.start())
            .build();
    server.start();
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  private static ServletInfo servlet(String name, Servlet servlet, String mapping) {
    return new ServletInfo(name, servlet.getClass(), new ImmediateInstanceFactory<>(servlet))
        .setAsyncSupported(true)
        .addMapping(mapping);
  }
}
