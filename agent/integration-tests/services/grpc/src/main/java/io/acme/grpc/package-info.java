/** The scenarios as calls of gRPC. */
package io.acme.grpc;
