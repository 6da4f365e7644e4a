package io.rowcall.gate.output;

import io.rowcall.gate.GateResult;
import io.rowcall.gate.Level;
import io.rowcall.gate.Violation;
import io.rowcall.text.Texts;
import java.io.StringWriter;
import java.util.HashSet;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML, for any system that shows test results. Each error is a failed test, each endpoint
 * without one a passed test with its warnings as output.
 */
final class JunitOutput {
  private final XMLStreamWriter xml;
  private final GateResult result;

  private JunitOutput(XMLStreamWriter xml, GateResult result) {
    this.xml = xml;
    this.result = result;
  }

  static String render(GateResult result) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new JunitOutput(xml, result).write();
      xml.close();
    } catch (XMLStreamException unwritable) {
      throw new IllegalStateException(unwritable);
    }
    return text.append('\n').toString();
  }

  private void write() throws XMLStreamException {
    var failed = new HashSet<String>();
    for (Violation violation : result.violations()) {
      if (violation.level() == Level.ERROR) {
        failed.add(violation.subject());
        violation.alsoAffected().stream()
            .filter(affected -> affected.level() == Level.ERROR)
            .forEach(affected -> failed.add(affected.endpoint()));
      }
    }
    long passed = result.endpoints().stream().filter(name -> !failed.contains(name)).count();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    xml.writeAttribute(
        "name",
        result.category().isEmpty() ? "rowcall gate" : "rowcall gate: " + result.category());
    xml.writeAttribute("time", "0");
    xml.writeAttribute("tests", Long.toString(passed + result.errors()));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    xml.writeAttribute("failures", Long.toString(result.errors()));
    for (Violation violation : result.violations()) {
      if (violation.level() == Level.ERROR) {
        writeFailed(violation);
      }
    }
    for (String endpoint : result.endpoints()) {
      if (!failed.contains(endpoint)) {
        writePassed(endpoint);
      }
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void writeFailed(Violation violation) throws XMLStreamException {
    start(violation.subject(), violation.ruleAndFinding());
    xml.writeStartElement("failure");
    xml.writeAttribute("type", violation.rule());
    xml.writeAttribute("message", escape(Texts.truncate(violation.summary(), 300)));
    xml.writeCharacters(escape(details(violation)));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void writePassed(String endpoint) throws XMLStreamException {
    var warnings = new StringBuilder();
    for (Violation violation : result.violations()) {
      if (violation.affects(endpoint)) {
        warnings.append("warn [").append(violation.rule()).append("] ").append(violation.message());
        warnings.append('\n');
      }
    }
    start(endpoint, "keeps its budget");
    if (!warnings.isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(escape(warnings.toString()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void start(String className, String name) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", escape(name));
    xml.writeAttribute("classname", escape(className));
    xml.writeAttribute("time", "0");
  }

  private static String details(Violation violation) {
    var details = new StringBuilder(violation.summary()).append('\n');
    if (!violation.statement().isEmpty()) {
      details.append(violation.statement()).append('\n');
    }
    if (violation.location() != null) {
      details.append("at ").append(violation.location().path()).append(':');
      details.append(violation.location().line()).append('\n');
    }
    for (Violation.Affected affected : violation.alsoAffected()) {
      details.append("also ").append(affected.describe()).append('\n');
    }
    return details.append(violation.advice()).toString();
  }

  /** Replaces control characters that XML 1.0 cannot represent. */
  private static String escape(String text) {
    var escaped = new StringBuilder(text.length());
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
        .forEach(escaped::appendCodePoint);
    return escaped.toString();
  }
}
