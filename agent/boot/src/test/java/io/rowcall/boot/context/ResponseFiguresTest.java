package io.rowcall.boot.context;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The headers of a response, as advice writes them. */
final class ResponseFiguresTest {
  private static final List<String> REPLACING =
      List.of("X-Response-Time-Ms: 12", "X-Query-Count: 0", "X-Cache-Hit: false");
  private static final String TIMING =
      "+ Server-Timing: total;dur=12.034, db;dur=0.000;desc=\"0 queries\"";

  private final ResponseFigures figures = new ResponseFigures();

  @Test
  void areWrittenInOrderAndOnlyServerTimingIsAdded() {
    capture();
    assertEquals(with(TIMING), written(false));
    assertEquals(with(TIMING), written(true), "beside the application's own");
  }

  @Test
  void leaveServerTimingOutWhereTheResponseHasIt() {
    figures.setTimingSet(true);
    capture();
    assertEquals(REPLACING, written(true));
    assertEquals(with(TIMING), written(false), "after a reset");
  }

  /** The response of an application may throw. */
  @Test
  void startAnewAfterAWriterThatDidNotFinish() {
    capture();
    figures.nextHeader(false);
    figures.nextHeader(false);
    capture();
    assertEquals(with(TIMING), written(false));
  }

  private void capture() {
    Request request = RequestQueue.acquire();
    request.startNanos = 1_000_000;
    figures.capture(request, 1_000_000 + 12_034_000);
    RequestQueue.release(request);
  }

  private List<String> written(boolean hasServerTiming) {
    List<String> headers = new ArrayList<>();
    while (figures.nextHeader(hasServerTiming)) {
      String line = figures.headerName() + ": " + figures.headerValue();
      headers.add(figures.isHeaderAdded() ? "+ " + line : line);
    }
    return headers;
  }

  private static List<String> with(String last) {
    List<String> headers = new ArrayList<>(REPLACING);
    headers.add(last);
    return headers;
  }
}
