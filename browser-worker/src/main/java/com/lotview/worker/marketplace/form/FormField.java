package com.lotview.worker.marketplace.form;

import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.StoppedException;
import java.util.List;
import java.util.Optional;

/**
 * A field of the form with its wanted value. Each use finds the field again, because the page
 * replaces its elements.
 */
sealed interface FormField permits DropdownField, TextField, LocationField, CheckboxField {

  /** Our name of the field, for messages. */
  String name();

  /**
   * How the page script finds the field: {@code choice}, {@code text}, {@code entry} (a text box
   * that may suggest), {@code place} or {@code tick}.
   */
  String kind();

  List<String> labels();

  /** The same field under other labels. */
  FormField at(List<String> labels);

  /** For messages. */
  String wanted();

  /** Whether the form may lack this field. */
  boolean optional();

  /** Whether this is the wanted value. */
  boolean agrees(String read);

  /**
   * Enters the value once, and waits until the field holds it.
   *
   * @param seen the field as the page script found it
   * @param number number of the try, from 0
   * @return whether the field holds the value
   */
  boolean attempt(Page page, ScriptResult seen, int number);

  /**
   * Enters the value and waits until the field holds it.
   *
   * @throws StoppedException with field, wanted and read value
   */
  default void enter(Page page) {
    FieldAccess.enter(page, this, Optional.empty());
  }
}
