/** The live view, and the engines that read it. */
package io.rowcall.it.live;
