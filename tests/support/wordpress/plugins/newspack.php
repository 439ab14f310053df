<?php
// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Verslag authors
//
// The fields that Newspack adds to posts and pictures: its byline, and the credit of a picture.

add_action('init', function () {
    $may = fn () => current_user_can('edit_posts');
    register_post_meta('post', '_newspack_byline', [
        'type' => 'string', 'single' => true, 'show_in_rest' => true, 'auth_callback' => $may]);
    register_post_meta('post', '_newspack_byline_active', [
        'type' => 'boolean', 'single' => true, 'show_in_rest' => true, 'auth_callback' => $may]);
    register_post_meta('attachment', '_media_credit', [
        'type' => 'string', 'single' => true, 'show_in_rest' => true, 'auth_callback' => $may]);
});
add_action('rest_api_init', function () {
    register_rest_route('newspack/v1', '/verslag', [
        'methods' => 'GET', 'permission_callback' => '__return_true', 'callback' => fn () => []]);
});
