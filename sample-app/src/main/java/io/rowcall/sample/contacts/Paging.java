package io.rowcall.sample.contacts;

import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Request;
import java.util.List;

/** Requested page: {@code ?page=1&limit=20}, a hundred at most. */
record Paging(int page, int limit) {

  /**
   * Parses the query string.
   *
   * @throws HttpError 400 outside the limits
   */
  static Paging of(Request request) {
    return new Paging(
        request.intParameter("page", 1, 1, 1_000_000), request.intParameter("limit", 20, 1, 100));
  }

  /** Returns the rows of this page from a complete list. */
  <T> List<T> slice(List<T> all) {
    int from = Math.min((page - 1) * limit, all.size());
    return List.copyOf(all.subList(from, Math.min(from + limit, all.size())));
  }

  Position of(long total) {
    long pages = (total + limit - 1) / limit;
    return new Position(page, limit, total, pages, page < pages, page > 1);
  }

  /** Position of a page among all, with the names of My-500. */
  record Position(
      int page, int limit, long total, long totalPages, boolean hasNext, boolean hasPrev) {}
}
