package io.rowcall.format.read;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.rowcall.format.AgentInfo;
import io.rowcall.format.Cache;
import io.rowcall.format.Call;
import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.Pool;
import io.rowcall.format.Report;
import io.rowcall.format.Run;
import io.rowcall.format.SlowQuery;
import io.rowcall.format.SlowRequest;
import io.rowcall.format.Statement;
import io.rowcall.format.Totals;
import java.io.IOException;
import java.io.InputStream;

/** Reads one report in a single pass, part by part. Errors have the position in the file. */
final class PartReader {
  /** Two hundred times what an agent lists, so that merged reports of many services fit. */
  private static final int MAX_ELEMENTS = 100_000;

  private static final int MAX_QUOTED = 100;

  private final Parsers parsers;
  private final String name;
  private final BoundedParts in;
  private final ReportVisitor visitor;
  private final ObjectReader statements;

  /** Readers of all parts; cached, because creating a reader costs more than reading with it. */
  static final class Parsers {
    final ObjectReader any;
    final ObjectReader agent;
    final ObjectReader run;
    final ObjectReader totals;
    final ObjectReader finding;
    final ObjectReader endpoint;
    final ObjectReader statement;
    final ObjectReader statementWithoutDetails;
    final ObjectReader call;
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
      statementWithoutDetails =
          mapper
              .copy()
              .addMixIn(Statement.class, WithoutDetails.class)
              .reader()
              .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .forType(Statement.class);
      call = reader.forType(Call.class);
      cache = reader.forType(Cache.class);
      pool = reader.forType(Pool.class);
      slowQuery = reader.forType(SlowQuery.class);
      slowRequest = reader.forType(SlowRequest.class);
    }
  }

  /** Mix-in that skips the details of statements without parsing them. */
  @JsonIgnoreProperties({"latencyMillis", "endpoints"})
  private interface WithoutDetails {}

  PartReader(Parsers parsers, String name, InputStream in, ReportVisitor visitor) {
    this.parsers = parsers;
    this.name = name;
    this.in = new BoundedParts(in);
    this.visitor = visitor;
    this.statements =
        visitor.needsStatementDetails() ? parsers.statement : parsers.statementWithoutDetails;
  }

  void read() throws IOException {
    try (JsonParser json = parsers.any.getFactory().createParser(in)) {
      try {
        readReport(json);
      } catch (JsonProcessingException invalid) {
        throw explain(json, invalid);
      } catch (BoundedParts.PartTooLongException tooLong) {
        throw failure(json.currentLocation(), String.valueOf(tooLong.getMessage()), tooLong);
      } catch (ReportException rejected) {
        throw failure(json.currentLocation(), String.valueOf(rejected.getMessage()), rejected);
      }
    }
  }

  private void readReport(JsonParser json) throws IOException {
    if (json.nextToken() == null) {
      throw new ReportException("a Rowcall report, found nothing");
    }
    if (!json.hasToken(JsonToken.START_OBJECT)) {
      throw new ReportException("a Rowcall report, found other JSON");
    }
    boolean hasSchema = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      in.startPart();
      json.nextToken();
      if (field.equals("schema")) {
        checkSchema(json);
        hasSchema = true;
      } else {
        readPart(field, json);
      }
    }
    if (!hasSchema) {
      throw new ReportException("schema \"" + Report.SCHEMA + "\", found none");
    }
    in.startPart();
    if (json.nextToken() != null) {
      throw new ReportException("the end of the report, found more");
    }
  }

  private static void checkSchema(JsonParser json) throws IOException {
    String found = json.hasToken(JsonToken.VALUE_STRING) ? json.getText() : "no text";
    if (!found.equals(Report.SCHEMA)) {
      throw new ReportException(
          "schema \""
              + Report.SCHEMA
              + "\", found \""
              + (found.length() > MAX_QUOTED ? found.substring(0, MAX_QUOTED) + "..." : found)
              + "\". Use the version of rowcall that wrote it, or a newer one");
    }
  }

  private void readPart(String field, JsonParser json) throws IOException {
    switch (field) {
      case "agent":
        visitor.visitAgent(parsers.agent.<AgentInfo>readValue(requireObject(field, json)));
        break;
      case "run":
        visitor.visitRun(parsers.run.<Run>readValue(requireObject(field, json)));
        break;
      case "totals":
        visitor.visitTotals(parsers.totals.<Totals>readValue(requireObject(field, json)));
        break;
      case "findings":
      case "endpoints":
      case "statements":
      case "calls":
      case "caches":
      case "pools":
      case "slowQueries":
      case "slowRequests":
        readList(field, json);
        break;
      default:
        visitor.visitUnknown(field, parsers.any.<JsonNode>readValue(json));
    }
  }

  private void readList(String field, JsonParser json) throws IOException {
    if (!json.hasToken(JsonToken.START_ARRAY)) {
      throw new ReportException(field + ": a list, found " + json.currentToken());
    }
    for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
      if (i == MAX_ELEMENTS) {
        throw new ReportException("at most " + MAX_ELEMENTS + " " + field + ", found more");
      }
      readElement(field, requireObject(field, json));
      in.startPart();
    }
  }

  private void readElement(String list, JsonParser json) throws IOException {
    switch (list) {
      case "findings":
        visitor.visitFinding(parsers.finding.<Finding>readValue(json));
        break;
      case "endpoints":
        visitor.visitEndpoint(parsers.endpoint.<Endpoint>readValue(json));
        break;
      case "statements":
        visitor.visitStatement(statements.<Statement>readValue(json));
        break;
      case "calls":
        visitor.visitCall(parsers.call.<Call>readValue(json));
        break;
      case "caches":
        visitor.visitCache(parsers.cache.<Cache>readValue(json));
        break;
      case "pools":
        visitor.visitPool(parsers.pool.<Pool>readValue(json));
        break;
      case "slowQueries":
        visitor.visitSlowQuery(parsers.slowQuery.<SlowQuery>readValue(json));
        break;
      default:
        visitor.visitSlowRequest(parsers.slowRequest.<SlowRequest>readValue(json));
    }
  }

  private static JsonParser requireObject(String field, JsonParser json) throws ReportException {
    if (!json.hasToken(JsonToken.START_OBJECT)) {
      throw new ReportException(field + ": an object, found " + json.currentToken());
    }
    return json;
  }

  /** Jackson's message, or the one of an exception that it wraps. */
  private ReportException explain(JsonParser json, JsonProcessingException invalid) {
    for (Throwable cause = invalid; cause != null; cause = cause.getCause()) {
      if (cause instanceof BoundedParts.PartTooLongException) {
        return failure(json.currentLocation(), String.valueOf(cause.getMessage()), invalid);
      }
    }
    JsonLocation location = invalid.getLocation();
    return failure(
        location == null ? json.currentLocation() : location,
        "a Rowcall report, found " + invalid.getOriginalMessage(),
        invalid);
  }

  private ReportException failure(JsonLocation location, String expected, Throwable cause) {
    String position = ":" + location.getLineNr() + ":" + location.getColumnNr();
    return new ReportException(name + position + ": expected " + expected, cause);
  }
}
