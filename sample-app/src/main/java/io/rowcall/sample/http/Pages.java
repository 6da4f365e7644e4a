package io.rowcall.sample.http;

import java.util.List;

/** Which page is wanted: {@code ?page=1&pageSize=20}, a hundred at most. */
public record Pages(int page, int pageSize) {

  /**
   * @throws HttpError 400 outside the limits
   */
  public static Pages of(Request request) {
    return new Pages(
        request.number("page", 1, 1, 1_000_000), request.number("pageSize", 20, 1, 100));
  }

  public int offset() {
    return (page - 1) * pageSize;
  }

  public Position of(long total) {
    return new Position(page, pageSize, total, (total + pageSize - 1) / pageSize);
  }

  /** The rows of this page out of a list of all of them. */
  public <T> List<T> cut(List<T> all) {
    int from = Math.min(offset(), all.size());
    return List.copyOf(all.subList(from, Math.min(from + pageSize, all.size())));
  }

  /** Where a page lies among all. */
  public record Position(int page, int pageSize, long total, long pages) {}

  /** A list endpoint's body. */
  public record Body<T>(List<T> data, Position pagination) {}
}
