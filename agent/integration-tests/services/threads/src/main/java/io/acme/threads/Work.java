package io.acme.threads;

/** What a request does. */
interface Work {
  /**
   * @param n the number in the request's path, or 0
   */
  void run(Asking asking, int n) throws Exception;
}
