/** A service that runs the same work for the messages of several brokers, and in batches. */
package io.acme.messages;
