package io.rowcall.sample.catalog;

import java.util.Map;

/**
 * One request to be sent.
 *
 * @param uri path and query, from the first slash
 * @param body empty for none
 */
public record Call(String method, String uri, Map<String, String> headers, String body) {}
