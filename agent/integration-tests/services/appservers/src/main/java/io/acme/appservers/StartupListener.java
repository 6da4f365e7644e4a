package io.acme.appservers;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.naming.NamingException;

/** Fills the database, and prints {@code READY port} once the server responds. */
@WebListener
public final class StartupListener implements ServletContextListener {
  private static final int PAUSE_MILLIS = 100;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    try {
      Queries.create();
    } catch (SQLException | NamingException failed) {
      throw new IllegalStateException(failed);
    }
    Thread waiting = new Thread(StartupListener::waitForServer, "ready");
    waiting.setDaemon(true);
    waiting.start();
  }

  private static void waitForServer() {
    int port = Integer.getInteger("apps.port");
    while (!responds(port)) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException ended) {
        return;
      }
    }
    print("READY " + port);
  }

  private static boolean responds(int port) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + "/executions").toURL().openConnection();
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Writes to the stdout of the process, since servers redirect {@code System.out}. */
  private static void print(String line) {
    try (PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
      out.println("\n" + line);
    }
  }
}
