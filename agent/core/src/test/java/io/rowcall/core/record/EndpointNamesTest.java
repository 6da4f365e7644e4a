package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.Request;
import io.rowcall.boot.WrittenRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EndpointNamesTest {
  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/owners/42, /owners/{id}",
    "/owners/42/pets/7, /owners/{id}/pets/{id}",
    "/owners/42/, /owners/{id}/",
    "/files/123e4567-e89b-12d3-a456-426614174000, /files/{id}",
    "/commits/0123456789abcdef, /commits/{id}",
    "/tokens/eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9, /tokens/{id}",
    "/owners;jsessionid=1A2B/42, /owners/{id}",
  })
  void foldsIds(String path, String name) {
    assertEquals(name, EndpointNames.fold(path));
  }

  @ParameterizedTest
  @CsvSource({"/api/my-500", "/api/v2/users", "/oauth2/token", "/decade/face", "/a1b2/md5"})
  void keepsWordsWithDigits(String path) {
    assertEquals(path, EndpointNames.fold(path));
  }

  @Test
  void prefersTheRouteThatAFrameworkKnows() {
    var names = new EndpointNames();
    assertEquals("GET /owners/{ownerId}", names.of(request("/owners/42", "/owners/{ownerId}")));
    assertEquals("GET /owners/{id}", names.of(request("/owners/42", null)));
  }

  @Test
  void givesARequestWithoutAPathAName() {
    assertEquals("GET /", new EndpointNames().of(request("", null)));
  }

  @Test
  void cutsAnEndlessPath() {
    String name = EndpointNames.fold("/abc".repeat(1_000));
    assertTrue(name.length() <= 300, name);
    assertTrue(EndpointNames.fold("/" + "x".repeat(10_000)).length() <= 300);
    assertTrue(new EndpointNames().of(request("/", "/{x}".repeat(1_000))).length() <= 310);
  }

  @Test
  void remembersABoundedNumberOfPaths() {
    var names = new EndpointNames();
    for (int i = 0; i < 20_000; i++) {
      assertEquals("GET /owners/{id}", names.of(request("/owners/" + i, null)));
    }
  }

  private static Request request(String path, @Nullable String route) {
    Request request = new WrittenRequest("GET", path).ends(1, 200);
    request.route = route;
    return request;
  }
}
