package io.rowcall.sample.http;

import java.util.List;

/** Requested page: {@code ?page=1&pageSize=20}, a hundred at most. */
public record Pages(int page, int pageSize) {

  /**
   * Parses the query string.
   *
   * @throws HttpError 400 outside the limits
   */
  public static Pages of(Request request) {
    return new Pages(
        request.intParameter("page", 1, 1, 1_000_000),
        request.intParameter("pageSize", 20, 1, 100));
  }

  public int offset() {
    return (page - 1) * pageSize;
  }

  public Position of(long total) {
    return new Position(page, pageSize, total, (total + pageSize - 1) / pageSize);
  }

  /** Returns the rows of this page from a complete list. */
  public <T> List<T> slice(List<T> all) {
    int from = Math.min(offset(), all.size());
    return List.copyOf(all.subList(from, Math.min(from + pageSize, all.size())));
  }

  /** Position of a page among all. */
  public record Position(int page, int pageSize, long total, long pages) {}

  /** Body of a list endpoint. */
  public record Body<T>(List<T> data, Position pagination) {}
}
