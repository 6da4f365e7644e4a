/** Tests of servers without servlets. Each server extends {@code ServerContract}. */
package io.rowcall.it.server;
