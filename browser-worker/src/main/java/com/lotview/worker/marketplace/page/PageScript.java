package com.lotview.worker.marketplace.page;

import com.lotview.form.Texts;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The script of a task. It is sent some hundred times for a posting, so it contains only the shared
 * part and the part of the task ({@code form.field} is {@code field} of {@code form.js}), without
 * comments.
 */
final class PageScript {

  private static final String FOLDER = "/marketplace/";

  /** Of the scripts that fill the form, and that the browser extension has too. */
  private static final String FORM_FOLDER = "/vehicle-form/";

  private static final String SHARED = "page";
  private static final Set<String> OF_THE_FORM = Set.of(SHARED, "form");
  private static final Pattern COMMENT_OR_INDENT =
      Pattern.compile("(?m)^\\s*(//.*|/?\\*.*)$|^[ \\t]+");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{2,}");
  private static final String CALL = "return tasks[arguments[0]](...[...arguments].slice(1));";
  private static final Map<String, String> PARTS = new ConcurrentHashMap<>();

  private PageScript() {}

  /** The script with this task; its first argument selects the task ({@link #local}). */
  static String of(String task) {
    return PARTS.computeIfAbsent(
        task.substring(0, task.indexOf('.')),
        part -> read(SHARED) + (part.equals(SHARED) ? "" : read(part)) + CALL);
  }

  /** The task's name within its script file. */
  static String local(String task) {
    return task.substring(task.indexOf('.') + 1);
  }

  private static String read(String part) {
    String folder = OF_THE_FORM.contains(part) ? FORM_FOLDER : FOLDER;
    String text = Texts.lines(folder + part + ".js");
    return EMPTY_LINES.matcher(COMMENT_OR_INDENT.matcher(text).replaceAll("")).replaceAll("\n");
  }
}
