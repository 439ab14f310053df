<?php
// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Verslag authors
//
// setup.php install|users WORDPRESS-FOLDER URL LOCALE TITLE OUTPUT
//
// 'install' makes the tables; 'users' makes one user per role, each with an application password,
// and writes them to OUTPUT as lines NAME='value' for a shell.

[, $step, $root, $url, $locale, $title, $output] = $argv;
$_SERVER += [
    'HTTP_HOST' => parse_url($url, PHP_URL_HOST) . ':' . parse_url($url, PHP_URL_PORT),
    'SERVER_PROTOCOL' => 'HTTP/1.1',
    'REQUEST_METHOD' => 'GET',
    'REQUEST_URI' => '/',
];

if ($step === 'install') {
    define('WP_INSTALLING', true);
    require $root . '/wp-load.php';
    require_once ABSPATH . 'wp-admin/includes/upgrade.php';
    if (!is_blog_installed()) {
        wp_install($title, 'admin', 'admin@example.test', true, '', 'admin-pass', $locale);
    }
    exit(is_blog_installed() ? 0 : 1);
}

require $root . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/misc.php';
update_option('timezone_string', 'Europe/Amsterdam');
$permalinks = getenv('WORDPRESS_PERMALINKS');
global $wp_rewrite;
$wp_rewrite->set_permalink_structure($permalinks === false ? '/%postname%/' : $permalinks);
$wp_rewrite->flush_rules(false);

$lines = "WP_VERSION='" . get_bloginfo('version') . "'\n";
$roles = ['admin' => 'administrator', 'editor' => 'editor', 'author' => 'author',
          'contributor' => 'contributor', 'subscriber' => 'subscriber'];
foreach ($roles as $login => $role) {
    $user = get_user_by('login', $login);
    $id = $user ? $user->ID : wp_insert_user([
        'user_login' => $login, 'user_pass' => "$login-pass", 'role' => $role,
        'user_email' => "$login@example.test", 'display_name' => ucfirst($login)]);
    if (!is_wp_error($id)) {
        WP_Application_Passwords::delete_all_application_passwords($id);
        $made = WP_Application_Passwords::create_new_application_password($id, ['name' => 'verslag']);
    }
    if (is_wp_error($id) || is_wp_error($made)) {
        fwrite(STDERR, (is_wp_error($id) ? $id : $made)->get_error_message() . "\n");
        exit(1);
    }
    $name = 'WP_' . strtoupper($login);
    $lines .= "{$name}_USER='$login'\n{$name}_PASSWORD='$login-pass'\n{$name}_APP_PASSWORD='"
        . WP_Application_Passwords::chunk_password($made[0]) . "'\n";
}
touch("$output.new");
chmod("$output.new", 0600);
file_put_contents("$output.new", $lines);
rename("$output.new", $output);
