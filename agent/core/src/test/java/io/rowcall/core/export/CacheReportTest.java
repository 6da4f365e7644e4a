package io.rowcall.core.export;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.CacheHooks;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheReportTest {
  @TempDir private Path folder;

  @Test
  void findsACacheThatAnswersLessThanHalf() throws IOException {
    Report report = report(100, 49, 51);
    assertEquals(1, report.findings.size());
    Finding finding = report.findings.get(0);
    assertEquals("low-cache-hit-ratio", finding.type);
    assertEquals("GET /owners", finding.endpoint);
    assertTrue(
        finding.sentence.startsWith("Low cache hit ratio: 49 % of 100 lookups in owners."),
        finding.sentence);
    assertEquals(1, report.totals.findings);
  }

  @Test
  void ignoresACacheThatAnswersHalf() throws IOException {
    assertEquals(0, report(100, 50, 50).findings.size());
  }

  @Test
  void ignoresACacheThatIsNotWarmYet() throws IOException {
    assertEquals(0, report(199, 0, 0).findings.size());
  }

  @Test
  void countsLookupsOutsideOfRequests() throws IOException {
    var cache = new Object();
    Report report =
        requireNonNull(
            Recorded.report(
                folder,
                script -> {
                  CacheHooks.onNamed(cache, "owners");
                  CacheHooks.beforeCount(cache);
                  CacheHooks.onHits(3);
                  script.request("/owners", () -> CacheHooks.onMisses(2));
                }));
    assertEquals(3, report.caches.get(0).hits);
    assertEquals(2, report.caches.get(0).misses);
    assertEquals(0.6, report.caches.get(0).hitRatio, 1e-9);
    assertEquals(2, report.endpoints.get(0).cacheMisses);
    assertEquals(0, report.endpoints.get(0).cacheHits);
  }

  /** The report of a cache with some misses until it is warm, and hits and misses afterwards. */
  private Report report(int first, int hits, int misses) throws IOException {
    var cache = new Object();
    return requireNonNull(
        Recorded.report(
            folder,
            script -> {
              CacheHooks.onNamed(cache, "owners");
              CacheHooks.beforeCount(cache);
              for (int i = 0; i < first; i++) {
                script.request("/owners", () -> CacheHooks.onMisses(1));
              }
              for (int i = 0; i < hits; i++) {
                script.request("/owners", () -> CacheHooks.onHits(1));
              }
              for (int i = 0; i < misses; i++) {
                script.request("/owners", () -> CacheHooks.onMisses(1));
              }
            }));
  }
}
