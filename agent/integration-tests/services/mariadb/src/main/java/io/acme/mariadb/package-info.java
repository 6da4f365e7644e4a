/** The library in plain JDBC, on MariaDB. */
package io.acme.mariadb;
