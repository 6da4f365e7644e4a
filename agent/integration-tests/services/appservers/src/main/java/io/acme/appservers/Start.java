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

/** Fills the database, and says {@code READY port} when the server answers. */
@WebListener
public final class Start implements ServletContextListener {
  private static final int PAUSE_MILLIS = 100;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    try {
      Work.create();
    } catch (SQLException | NamingException failed) {
      throw new IllegalStateException(failed);
    }
    Thread waiting = new Thread(Start::waitForServer, "ready");
    waiting.setDaemon(true);
    waiting.start();
  }

  private static void waitForServer() {
    int port = Integer.getInteger("apps.port");
    while (!answers(port)) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException ended) {
        return;
      }
    }
    say("READY " + port);
  }

  private static boolean answers(int port) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + "/asked").toURL().openConnection();
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** To the process's stdout, past what a server makes of {@code System.out}. */
  private static void say(String line) {
    try (PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
      out.println("\n" + line);
    }
  }
}
