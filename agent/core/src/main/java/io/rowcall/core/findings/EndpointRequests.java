package io.rowcall.core.findings;

/** Number of requests of an endpoint, whether or not they show a finding. */
public interface EndpointRequests {
  /** All requests. */
  long requests();

  /** Requests after the endpoint's warm-up. */
  long warmRequests();

  /** Requests after the endpoint's warm-up that acquired a connection. */
  long warmRequestsWithConnection();
}
