package io.acme.tomcat;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Servlet of a web application with a driver and an executor of its own. */
@WebServlet("/")
public final class RedeployedServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String URL = "jdbc:h2:mem:;DB_CLOSE_ON_EXIT=FALSE";

  private transient ExecutorService executor;
  private transient Connection connection;

  @Override
  public void init() throws ServletException {
    try {
      Class.forName("org.h2.Driver");
      connection = DriverManager.getConnection(URL);
      executor = Executors.newSingleThreadExecutor();
    } catch (ClassNotFoundException | SQLException e) {
      throw new ServletException(e);
    }
  }

  /** Eleven executions, ten of them on the executor's thread. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
      executor.submit(this::lookUp).get();
    } catch (SQLException | ExecutionException | InterruptedException e) {
      throw new ServletException(e);
    }
    response.getWriter().print("done");
  }

  private Object lookUp() throws SQLException {
    for (int i = 0; i < 10; i++) {
      try (PreparedStatement select =
          connection.prepareStatement("SELECT X FROM SYSTEM_RANGE(1, ?)")) {
        select.setInt(1, i + 1);
        select.executeQuery().close();
      }
    }
    return null;
  }

  @Override
  public void destroy() {
    executor.shutdownNow();
    try {
      connection.close();
    } catch (SQLException e) {
      log("not closed", e);
    }
  }
}
