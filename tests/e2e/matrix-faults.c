/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "matrix-faults.h"

#define DAY G_TIME_SPAN_DAY
#define JSON_TYPE "Content-Type: application/json; charset=UTF-8"
#define HTML_TYPE "Content-Type: text/html; charset=UTF-8"
#define PORTAL "<!DOCTYPE html><html><body><h1>Welkom op het gastennetwerk</h1></body></html>"
#define BUSY_PAGE "<html><body><h1>Even geduld</h1></body></html>"
#define REFUSAL "{\"code\":\"rest_not_logged_in\",\"message\":\"Nee.\",\"data\":{\"status\":401}}"
#define FATAL "{\"code\":\"internal_server_error\",\"message\":\"<p>Er ging iets mis</p>\",\"data\":null}"

#define ANSWERS(status_, headers_, body_, effect_) \
  { .fault = PROXY_ANSWER, .status = status_, .headers = headers_, .body = body_, .effect = effect_ }
#define REDIRECT(status_, place_) \
  ANSWERS (status_, "Location: " place_ "/wp-json/wp/v2/posts\r\n" HTML_TYPE, "", FALSE)

const MatrixFault matrix_faults[] = {
  { "nobody listens", { .fault = PROXY_REFUSE, .nth = 0 } },
  { "nobody listens any more", { .fault = PROXY_REFUSE, .nth = 1 } },
  { "cut after the headers", { .fault = PROXY_CUT_AFTER_HEADERS } },
  { "cut after the body", { .fault = PROXY_CUT_AFTER_BODY } },
  { "cut after the effect", { .fault = PROXY_CUT_AFTER_EFFECT } },
  { "cut in the reply", { .fault = PROXY_CUT_IN_REPLY } },
  { "cut when reused", { .fault = PROXY_CUT_WHEN_REUSED } },
  { "carried out soon after a cut", { .fault = PROXY_LATE }, .delay = 0.5 },
  { "carried out late after a cut", { .fault = PROXY_LATE }, .delay = 3 },
  { "carried out very late after a cut", { .fault = PROXY_LATE }, .delay = 9 },
  { "killed after the headers", { .fault = PROXY_CUT_AFTER_HEADERS }, TRUE },
  { "killed after the body", { .fault = PROXY_CUT_AFTER_BODY }, TRUE },
  { "killed after the effect", { .fault = PROXY_CUT_AFTER_EFFECT }, TRUE },
  { "killed in the reply", { .fault = PROXY_CUT_IN_REPLY }, TRUE },
  { "killed, carried out late", { .fault = PROXY_LATE }, TRUE, .delay = 2 },
  { "401", ANSWERS (401, JSON_TYPE, REFUSAL, FALSE) },
  { "301 here", REDIRECT (301, "") },
  { "302 here", REDIRECT (302, "") },
  { "307 here", REDIRECT (307, "") },
  { "308 here", REDIRECT (308, "") },
  { "301 elsewhere", REDIRECT (301, "%s") },
  { "302 elsewhere", REDIRECT (302, "%s") },
  { "307 elsewhere", REDIRECT (307, "%s") },
  { "308 elsewhere", REDIRECT (308, "%s") },
  { "429", ANSWERS (429, "Retry-After: 7\r\n" HTML_TYPE, BUSY_PAGE, FALSE) },
  { "429 after the effect", ANSWERS (429, HTML_TYPE, BUSY_PAGE, TRUE) },
  { "502", ANSWERS (502, HTML_TYPE, BUSY_PAGE, FALSE) },
  { "502 after the effect", ANSWERS (502, HTML_TYPE, BUSY_PAGE, TRUE) },
  { "503", ANSWERS (503, "Retry-After: 30\r\n" HTML_TYPE, BUSY_PAGE, FALSE) },
  { "503 after the effect", ANSWERS (503, HTML_TYPE, BUSY_PAGE, TRUE) },
  { "504", ANSWERS (504, HTML_TYPE, BUSY_PAGE, FALSE) },
  { "504 after the effect", ANSWERS (504, HTML_TYPE, BUSY_PAGE, TRUE) },
  { "500 after the effect", ANSWERS (500, JSON_TYPE, FATAL, TRUE) },
  { "a portal in between", ANSWERS (200, HTML_TYPE, PORTAL, FALSE) },
  { "a portal after the effect", ANSWERS (200, HTML_TYPE, PORTAL, TRUE) },
  { "an empty list", ANSWERS (200, JSON_TYPE, "[]", TRUE) },
  { "an empty answer", ANSWERS (204, JSON_TYPE, "", TRUE) },
  { "another status", { .fault = PROXY_STATUS, .status = 500 } },
  { "a warning of PHP", { .fault = PROXY_WARNING } },
  { "no answer", { .fault = PROXY_STALL }, .deadline_ms = 700 },
  { "no answer after the effect", { .fault = PROXY_STALL, .effect = TRUE }, .deadline_ms = 700 },
  { "an answer that drips", { .fault = PROXY_DRIP }, .deadline_ms = 700 },
  { "a gzip bomb", { .fault = PROXY_BOMB } },
  { "a NUL in the answer", { .fault = PROXY_NUL } },
  { "the answer twice", { .fault = PROXY_TWICE } },
  { "an answer too large", { .fault = PROXY_HUGE } },
  { "a clock a day ahead", { .fault = PROXY_CUT_AFTER_EFFECT }, .clock_us = DAY },
  { "a clock a day behind", { .fault = PROXY_CUT_AFTER_EFFECT }, .clock_us = -DAY },
  { "a database that lags", { .fault = PROXY_LAG }, .delay = 5 },
  { "a database that lags, and a cut", { .fault = PROXY_LAG_AND_CUT }, .delay = 5 },
};

const guint n_matrix_faults = G_N_ELEMENTS (matrix_faults);

/* Most seeds strike one write; every fourth strikes a question, and others go on for a while. */
ProxyPlan
matrix_fault_aim (const MatrixFault *fault,
                  guint              n_writes,
                  guint              seed,
                  guint              look_ms)
{
  ProxyPlan plan = fault->plan;
  gboolean lags = plan.fault == PROXY_LAG || plan.fault == PROXY_LAG_AND_CUT;

  plan.delay_ms = (guint) (fault->delay * look_ms);
  if (plan.fault == PROXY_REFUSE && plan.nth == 0)
    return plan;

  plan.nth = 1 + seed % n_writes;
  if (seed % 4 == 3 && !fault->kills && plan.fault != PROXY_LATE && !lags)
    {
      plan.aim = PROXY_READS;
      plan.nth = 1;
    }
  if (seed % 3 == 2 && !fault->kills && !lags && plan.fault != PROXY_LATE &&
      plan.fault != PROXY_REFUSE)
    plan.times = 2 + seed % 5;

  return plan;
}
