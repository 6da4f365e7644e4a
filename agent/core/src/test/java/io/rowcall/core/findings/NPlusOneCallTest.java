package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.request.CallKind;
import io.rowcall.core.record.SitesOfTests;
import io.rowcall.core.sql.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NPlusOneCallTest {

  @Test
  void namesTheCommandWithItsService() {
    assertEquals(
        "N+1 call: Redis GET ×12 (12 distinct) at Prices.java:41. Read all keys with one MGET or"
            + " HMGET, or send the commands in one pipeline.",
        Findings.sentence(
            s ->
                s.at(SitesOfTests.at("Prices", 41))
                    .each(12, i -> s.calls(CallKind.REDIS, "GET", i))));
  }

  @Test
  void suspectsCommandsThatRunAtTheSameTime() {
    assertEquals(
        List.of("n+1-call suspect ?"),
        Findings.of(s -> s.together(() -> s.each(12, i -> s.calls(CallKind.REDIS, "GET", i)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MONGODB | find orders | $in",
        "MONGODB | insert orders | insertMany",
        "CASSANDRA | SELECT orders | partition",
        "GRPC | shop.Stock/Find | all elements",
      })
  void advisesWhatTheServiceOffers(CallKind kind, String call, String expected) {
    var finding = Findings.only(s -> s.each(12, i -> s.calls(kind, call, i)));
    String advice = String.join(" ", finding.check.advise(finding, Dialect.GENERIC));
    assertTrue(advice.contains(expected), advice);
  }
}
