package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.WrittenRequest;
import java.util.Random;
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
  @CsvSource({
    "/decade/face",
    "/api/v2/users",
    "/api/v12/users",
    "/oauth2/token",
    "/.well-known/openid-configuration",
    "/swagger-ui/index.html",
    "/api/getUserById/XMLHttpRequest",
    "/async-dispatch/add-one-by-one",
    "/API/Accounts/RESET_PASSWORD",
    "/dashboard/webhooks/workflows/flights/drafts",
    "/internationalization/synchronization",
    "/j_spring_security_check",
    "/things:batchGet",
    "/odata/$metadata",
    "/h2-console/login.jsp",
    "/wsdl/xslt",
    "/api/my-500",
  })
  void keepsWords(String path) {
    assertEquals(path, EndpointNames.fold(path));
  }

  @ParameterizedTest
  @CsvSource({
    "/users/ann.lee@example.org",
    "/users/ann.lee%40example.org",
    "/users/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
    "/users/f3k9-20dk-xx81",
    "/users/cus_NffrFeUfNV2Hib",
    "/users/2024-05-01",
    "/users/1.2.3",
    "/users/%7B%22a%22%3A1%7D",
    "/users/..%2F..%2Fetc%2Fpasswd",
    "/users/%E6%9D%B1%E4%BA%AC",
    "/users/app.3f2a1b9c.js",
    "/users/main-BX7fK2aQ.css",
    "/users/deadbeef",
    "/users/dQw4w9WgXcQ",
    "/users/order-500",
    "/users/canon-eos5-camera",
    "/users/summer_sale2_now",
    "/users/top-10-hotels",
    "/users/user42",
    "/users/%",
    "/users/%zz",
  })
  void foldsSegmentsChosenByClients(String path) {
    assertEquals("/users/{id}", EndpointNames.fold(path));
  }

  /** Kinds of random texts, and how many of 20,000 may look like words. */
  @ParameterizedTest
  @CsvSource({
    "digits, 0",
    "uuid, 0",
    "hex, 0",
    "base62, 0",
    "short-base62, 60",
    "base64url, 0",
    "base32, 0",
    "ulid, 0",
    "jwt, 0",
    "email, 0",
    "dashes, 0",
    "bytes, 0",
    "date, 0",
    "hashed-file, 0",
    "matrix, 0",
    "letters, 40",
  })
  void keepsAlmostNoRandomSegments(String kind, int mayStay) {
    var random = new Random(kind.hashCode());
    int stayed = 0;
    for (int i = 0; i < 20_000; i++) {
      String token = Tokens.of(kind, random);
      String name = EndpointNames.fold("/reset/" + token + "/confirm");
      if (!name.equals("/reset/{id}/confirm")) {
        stayed++;
        assertTrue(mayStay > 0, token);
      }
    }
    assertTrue(stayed <= mayStay, kind + ": " + stayed);
  }

  @Test
  void dropsMatrixParameters() {
    assertEquals(
        "/owners/list/", EndpointNames.fold("/owners;jsessionid=A1B2/list;a=b;c=d/;x=secret"));
  }

  @Test
  void keepsNoUnknownMethod() {
    Request request = new WrittenRequest("X-SECRET-TOKEN", "/owners").ends(1, 200);
    assertEquals("(other) /owners", new EndpointNames().of(request));
  }

  /** A template is the service's own text, whatever a client's path looks like. */
  @Test
  void distinguishesATemplateFromAnEqualPath() {
    var names = new EndpointNames();
    assertEquals("GET /a1b2c3", names.of(request("/x", "/a1b2c3")));
    assertEquals("GET /{id}", names.of(request("/a1b2c3", null)));
    assertEquals("GET /a1b2c3", names.of(request("/x", "/a1b2c3")));
  }

  @Test
  void prefersTheRouteTemplate() {
    var names = new EndpointNames();
    assertEquals("GET /owners/{ownerId}", names.of(request("/owners/42", "/owners/{ownerId}")));
    assertEquals("GET /owners/{id}", names.of(request("/owners/42", null)));
  }

  /** A client chooses the name of an operation, within the bounds of a language. */
  @Test
  void addsTheOperationIfItReadsLikeWords() {
    var names = new EndpointNames();
    Request find = request("/graphql", "/graphql");
    find.operation = "OrdersOfUser";
    assertEquals("GET /graphql OrdersOfUser", names.of(find));
    find.operation = "q7f3a91bc";
    assertEquals("GET /graphql {id}", names.of(find));
  }

  @Test
  void namesARequestWithoutAPath() {
    assertEquals("GET /", new EndpointNames().of(request("", null)));
  }

  @Test
  void truncatesALongPath() {
    String name = EndpointNames.fold("/abc".repeat(1_000));
    assertTrue(name.length() <= 300, name);
    assertTrue(EndpointNames.fold("/" + "x".repeat(10_000)).length() <= 300);
    assertTrue(new EndpointNames().of(request("/", "/{x}".repeat(1_000))).length() <= 310);
  }

  @Test
  void cachesABoundedNumberOfPaths() {
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
