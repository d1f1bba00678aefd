package com.lotview.worker.marketplace.form;

import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.StoppedException;
import java.util.List;
import java.util.Optional;

/**
 * One field of the form and what it is to hold. Looked up anew at every use: the page replaces its
 * elements.
 */
sealed interface FormField permits DropdownField, TextField, LocationField, CheckboxField {

  /** Our name of it, for messages. */
  String name();

  /**
   * How the page script finds it: {@code choice}, {@code text}, {@code entry} (a text box that may
   * suggest), {@code place} or {@code tick}.
   */
  String kind();

  List<String> labels();

  /** The same field under other labels. */
  FormField at(List<String> labels);

  /** For messages. */
  String wanted();

  /** Whether a form without this field is good too. */
  boolean optional();

  /** Whether this is what the field is to hold. */
  boolean agrees(String read);

  /**
   * Tries once to enter the value, and waits until the field holds it.
   *
   * @param seen the field as the page script just found it
   * @param number of the try, from 0
   * @return whether it holds it
   */
  boolean attempt(Page page, ScriptResult seen, int number);

  /**
   * Enters the value and waits until the field holds it.
   *
   * @throws StoppedException naming field, wanted and read value
   */
  default void enter(Page page) {
    FieldAccess.enter(page, this, Optional.empty());
  }
}
