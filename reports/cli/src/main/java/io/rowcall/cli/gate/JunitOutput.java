package io.rowcall.cli.gate;

import java.io.StringWriter;
import java.util.HashSet;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * For every system that shows tests: JUnit's XML. Each error is a failed test, each endpoint
 * without one a passed test, and warnings are what it printed.
 */
final class JunitOutput {
  private final XMLStreamWriter xml;
  private final GateResult verdict;

  private JunitOutput(XMLStreamWriter xml, GateResult verdict) {
    this.xml = xml;
    this.verdict = verdict;
  }

  static String of(GateResult verdict) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new JunitOutput(xml, verdict).write();
      xml.close();
    } catch (XMLStreamException unwritable) {
      throw new IllegalStateException(unwritable);
    }
    return text.append('\n').toString();
  }

  private void write() throws XMLStreamException {
    var failed = new HashSet<String>();
    for (Violation breach : verdict.breaches()) {
      if (breach.level() == Level.ERROR) {
        failed.add(breach.about());
        breach.also().stream()
            .filter(one -> one.level() == Level.ERROR)
            .forEach(one -> failed.add(one.endpoint()));
      }
    }
    long passed = verdict.endpoints().stream().filter(name -> !failed.contains(name)).count();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    xml.writeAttribute(
        "name",
        verdict.category().isEmpty() ? "rowcall gate" : "rowcall gate: " + verdict.category());
    xml.writeAttribute("time", "0");
    xml.writeAttribute("tests", Long.toString(passed + verdict.errors()));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    xml.writeAttribute("failures", Long.toString(verdict.errors()));
    for (Violation breach : verdict.breaches()) {
      if (breach.level() == Level.ERROR) {
        failed(breach);
      }
    }
    for (String endpoint : verdict.endpoints()) {
      if (!failed.contains(endpoint)) {
        passed(endpoint);
      }
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void failed(Violation breach) throws XMLStreamException {
    start(breach.about(), breach.name());
    xml.writeStartElement("failure");
    xml.writeAttribute("type", breach.rule());
    xml.writeAttribute("message", allowed(Texts.cut(breach.summary(), 300)));
    xml.writeCharacters(allowed(details(breach)));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void passed(String endpoint) throws XMLStreamException {
    var warnings = new StringBuilder();
    for (Violation breach : verdict.breaches()) {
      if (breach.affects(endpoint)) {
        warnings.append("warn [").append(breach.rule()).append("] ").append(breach.text());
        warnings.append('\n');
      }
    }
    start(endpoint, "keeps its budget");
    if (!warnings.isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(allowed(warnings.toString()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void start(String className, String name) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", allowed(name));
    xml.writeAttribute("classname", allowed(className));
    xml.writeAttribute("time", "0");
  }

  private static String details(Violation breach) {
    var details = new StringBuilder(breach.summary()).append('\n');
    if (!breach.statement().isEmpty()) {
      details.append(breach.statement()).append('\n');
    }
    if (breach.location() != null) {
      details.append("at ").append(breach.location().path()).append(':');
      details.append(breach.location().line()).append('\n');
    }
    for (Violation.Affected one : breach.also()) {
      details.append("also ").append(one.inWords()).append('\n');
    }
    return details.append(breach.advice()).toString();
  }

  /** XML 1.0 has no way to write most control characters. */
  private static String allowed(String text) {
    var allowed = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                c == '\n'
                        || c == '\t'
                        || (c >= ' ' && c < 0xd800)
                        || (c >= 0xe000 && c < 0xfffe)
                        || c > 0xffff
                    ? c
                    : 0xfffd)
        .forEach(allowed::appendCodePoint);
    return allowed.toString();
  }
}
