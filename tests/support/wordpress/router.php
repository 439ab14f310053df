<?php
// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Verslag authors
//
// Routes requests the way a web server in front of WordPress does: files as they are, everything
// else to index.php. PHP's own server answers 404 to an unknown path with a dot in it.

$root = $_SERVER['DOCUMENT_ROOT'];
$path = '/' . ltrim(rawurldecode((string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)), '/');
if (strpos($path, '..') !== false) {
    http_response_code(400);
    return;
}
if (is_dir($root . $path)) {
    if (substr($path, -1) !== '/') {
        header('Location: ' . $path . '/', true, 301);
        return;
    }
    $path .= 'index.php';
}
if (is_file($root . $path) && substr($path, -4) !== '.php') {
    return false;
}
if (!is_file($root . $path)) {
    $path = '/index.php';
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $path;
$_SERVER['SCRIPT_FILENAME'] = $root . $path;
unset($_SERVER['PATH_INFO']);
chdir(dirname($root . $path));
require $root . $path;
