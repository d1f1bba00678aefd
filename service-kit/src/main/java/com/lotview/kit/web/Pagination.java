package com.lotview.kit.web;

/**
 * The position of a page in a list.
 *
 * @param page from 1
 * @param limit maximum items of a page
 * @param total items of all pages
 */
public record Pagination(int page, int limit, long total, long totalPages) {

  public static Pagination of(int page, int limit, long total) {
    return new Pagination(page, limit, total, (total + limit - 1) / limit);
  }
}
