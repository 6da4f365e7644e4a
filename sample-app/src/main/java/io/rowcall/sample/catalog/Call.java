package io.rowcall.sample.catalog;

import java.util.Map;

/**
 * HTTP request to send.
 *
 * @param uri path and query, from the first slash
 * @param body may be empty
 */
public record Call(String method, String uri, Map<String, String> headers, String body) {}
