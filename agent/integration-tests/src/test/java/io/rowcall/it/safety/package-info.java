/** What has broken agents before: faults, exits, archives, foreign agents and class loaders. */
package io.rowcall.it.safety;
