package io.acme.webflux;

import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.acme.shop.Scenarios;

/** Schema of GraphQL with one query: {@code repeat} makes as many executions as it is told. */
final class OrderSchema {
  private static final String TYPES = "type Query { repeat(name: String, n: Int): String }";

  private OrderSchema() {}

  static GraphQL of(Scenarios scenarios) {
    RuntimeWiring wiring =
        RuntimeWiring.newRuntimeWiring()
            .type(
                "Query",
                type ->
                    type.dataFetcher(
                        "repeat",
                        field ->
                            scenarios.repeat(field.getArgument("name"), field.getArgument("n"))))
            .build();
    return GraphQL.newGraphQL(
            new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(TYPES), wiring))
        .build();
  }
}
