package io.acme.threads;

/** Handler of a route. */
interface TaskRoute {
  /**
   * @param n the number in the request's path, or 0
   */
  void run(RequestQueries queries, int n) throws Exception;
}
