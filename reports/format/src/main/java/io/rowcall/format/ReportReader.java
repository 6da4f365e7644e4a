package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;

/** Reads one report in one pass, a part at a time. Any complaint says where it stands. */
final class ReportReader {
  /** Two hundred times what an agent lists: a joined report of many services has its room. */
  private static final int MAX_LISTED = 100_000;

  private static final int MAX_QUOTED = 100;

  private final Parsers parsers;
  private final String name;
  private final BoundedParts in;
  private final ReportVisitor parts;
  private final ObjectReader statements;

  /** How to read each part; made once, for making one costs more than reading with it. */
  static final class Parsers {
    final ObjectReader any;
    final ObjectReader agent;
    final ObjectReader run;
    final ObjectReader totals;
    final ObjectReader finding;
    final ObjectReader endpoint;
    final ObjectReader statement;
    final ObjectReader bareStatement;
    final ObjectReader cache;
    final ObjectReader pool;
    final ObjectReader slowQuery;
    final ObjectReader slowRequest;

    Parsers(ObjectMapper mapper) {
      ObjectReader reader = mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
      any = reader.forType(JsonNode.class);
      agent = reader.forType(AgentInfo.class);
      run = reader.forType(Run.class);
      totals = reader.forType(Totals.class);
      finding = reader.forType(Finding.class);
      endpoint = reader.forType(Endpoint.class);
      statement = reader.forType(Statement.class);
      bareStatement =
          mapper
              .copy()
              .addMixIn(Statement.class, Bare.class)
              .reader()
              .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .forType(Statement.class);
      cache = reader.forType(Cache.class);
      pool = reader.forType(Pool.class);
      slowQuery = reader.forType(SlowQuery.class);
      slowRequest = reader.forType(SlowRequest.class);
    }
  }

  /** Skips what is not wanted, without looking into it. */
  @JsonIgnoreProperties({"latencyMillis", "endpoints"})
  private interface Bare {}

  ReportReader(Parsers parsers, String name, InputStream in, ReportVisitor parts) {
    this.parsers = parsers;
    this.name = name;
    this.in = new BoundedParts(in);
    this.parts = parts;
    this.statements = parts.wantsWholeStatements() ? parsers.statement : parsers.bareStatement;
  }

  void read() throws IOException {
    try (JsonParser json = parsers.any.getFactory().createParser(in)) {
      try {
        report(json);
      } catch (JsonProcessingException unreadable) {
        throw refused(json, unreadable);
      } catch (BoundedParts.PartTooLong tooLong) {
        throw bad(json.currentLocation(), String.valueOf(tooLong.getMessage()), tooLong);
      } catch (ReportException refused) {
        throw bad(json.currentLocation(), String.valueOf(refused.getMessage()), refused);
      }
    }
  }

  private void report(JsonParser json) throws IOException {
    if (json.nextToken() == null) {
      throw new ReportException("a Rowcall report, found nothing");
    }
    if (!json.hasToken(JsonToken.START_OBJECT)) {
      throw new ReportException("a Rowcall report, found other JSON");
    }
    boolean versioned = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      in.next();
      json.nextToken();
      if (field.equals("schema")) {
        version(json);
        versioned = true;
      } else {
        part(field, json);
      }
    }
    if (!versioned) {
      throw new ReportException("schema \"" + Report.SCHEMA + "\", found none");
    }
    in.next();
    if (json.nextToken() != null) {
      throw new ReportException("the end of the report, found more");
    }
  }

  private static void version(JsonParser json) throws IOException {
    String found = json.hasToken(JsonToken.VALUE_STRING) ? json.getText() : "no text";
    if (!found.equals(Report.SCHEMA)) {
      throw new ReportException(
          "schema \""
              + Report.SCHEMA
              + "\", found \""
              + (found.length() > MAX_QUOTED ? found.substring(0, MAX_QUOTED) + "..." : found)
              + "\". Read it with the version of rowcall that wrote it, or a newer one");
    }
  }

  private void part(String field, JsonParser json) throws IOException {
    switch (field) {
      case "agent":
        parts.agent(parsers.agent.<AgentInfo>readValue(some(field, json)));
        break;
      case "run":
        parts.run(parsers.run.<Run>readValue(some(field, json)));
        break;
      case "totals":
        parts.totals(parsers.totals.<Totals>readValue(some(field, json)));
        break;
      case "findings":
      case "endpoints":
      case "statements":
      case "caches":
      case "pools":
      case "slowQueries":
      case "slowRequests":
        list(field, json);
        break;
      default:
        parts.unknown(field, parsers.any.<JsonNode>readValue(json));
    }
  }

  private void list(String field, JsonParser json) throws IOException {
    if (!json.hasToken(JsonToken.START_ARRAY)) {
      throw new ReportException(field + ": a list, found " + json.currentToken());
    }
    for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
      if (i == MAX_LISTED) {
        throw new ReportException("at most " + MAX_LISTED + " " + field + ", found more");
      }
      element(field, some(field, json));
      in.next();
    }
  }

  private void element(String list, JsonParser json) throws IOException {
    switch (list) {
      case "findings":
        parts.finding(parsers.finding.<Finding>readValue(json));
        break;
      case "endpoints":
        parts.endpoint(parsers.endpoint.<Endpoint>readValue(json));
        break;
      case "statements":
        parts.statement(statements.<Statement>readValue(json));
        break;
      case "caches":
        parts.cache(parsers.cache.<Cache>readValue(json));
        break;
      case "pools":
        parts.pool(parsers.pool.<Pool>readValue(json));
        break;
      case "slowQueries":
        parts.slowQuery(parsers.slowQuery.<SlowQuery>readValue(json));
        break;
      default:
        parts.slowRequest(parsers.slowRequest.<SlowRequest>readValue(json));
    }
  }

  private static JsonParser some(String field, JsonParser json) throws ReportException {
    if (!json.hasToken(JsonToken.START_OBJECT)) {
      throw new ReportException(field + ": an object, found " + json.currentToken());
    }
    return json;
  }

  /** What Jackson says, or the complaint that it has wrapped. */
  private ReportException refused(JsonParser json, JsonProcessingException unreadable) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      if (cause instanceof BoundedParts.PartTooLong) {
        return bad(json.currentLocation(), String.valueOf(cause.getMessage()), unreadable);
      }
    }
    JsonLocation at = unreadable.getLocation();
    return bad(
        at == null ? json.currentLocation() : at,
        "a Rowcall report, found " + unreadable.getOriginalMessage(),
        unreadable);
  }

  private ReportException bad(JsonLocation at, String expected, Throwable cause) {
    String where = ":" + at.getLineNr() + ":" + at.getColumnNr();
    return new ReportException(name + where + ": expected " + expected, cause);
  }
}
