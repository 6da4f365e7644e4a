package io.acme.shop.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.rowcall.junit.ExpectQueries;
import io.rowcall.junit.NoNPlusOne;
import io.rowcall.junit.QueryBudget;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class SpringCases {
  private final HttpClient client = HttpClient.newHttpClient();
  private final MockMvc mvc;
  private final JdbcTemplate jdbc;
  private final int port;

  @Autowired
  SpringCases(MockMvc mvc, JdbcTemplate jdbc, @LocalServerPort int port) {
    this.mvc = mvc;
    this.jdbc = jdbc;
    this.port = port;
  }

  /** Checks the data that the tests share. */
  @BeforeEach
  void checkData() {
    assertEquals(6, orders());
  }

  @Test
  @NoNPlusOne
  void mockMvcNPlusOne() throws Exception {
    assertEquals("12", mock("/items"));
  }

  @Test
  @ExpectQueries(select = 1)
  void mockMvcOneQuery() throws Exception {
    mock("/orders");
  }

  @Test
  @QueryBudget(max = 6)
  void mockMvcAsync() throws Exception {
    MvcResult started = mvc.perform(get("/items/later")).andReturn();
    assertTrue(started.getRequest().isAsyncStarted());
    started.getAsyncResult();
    MvcResult finished = mvc.perform(asyncDispatch(started)).andReturn();
    assertEquals("12", finished.getResponse().getContentAsString());
  }

  @Test
  @QueryBudget(max = 7)
  void mockMvcAfterAsync() throws Exception {
    mock("/items");
  }

  @Test
  @Transactional
  @ExpectQueries(insert = 1, select = 1)
  void rolledBackTransaction() {
    jdbc.update("INSERT INTO orders VALUES (7)");
    assertEquals(7, orders());
  }

  @Test
  @NoNPlusOne
  void serverNPlusOne() throws Exception {
    assertEquals("12", getFromServer("/items"));
  }

  @Test
  @ExpectQueries(select = 8)
  void serverAndTestTogether() throws Exception {
    getFromServer("/items");
    orders();
  }

  @Test
  @QueryBudget(max = 6)
  void serverAsync() throws Exception {
    assertEquals("12", getFromServer("/items/later"));
  }

  @Test
  @QueryBudget(max = 1)
  void serverAfterAsync() throws Exception {
    getFromServer("/orders");
  }

  private int orders() {
    Integer count = jdbc.queryForObject("SELECT COUNT(*) FROM orders", Integer.class);
    return count == null ? 0 : count;
  }

  private String mock(String path) throws Exception {
    return mvc.perform(get(path)).andReturn().getResponse().getContentAsString();
  }

  private String getFromServer(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }
}
