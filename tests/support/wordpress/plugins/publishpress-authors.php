<?php
// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Verslag authors
//
// The face that PublishPress Authors shows to the REST API: authors are terms, which a post takes as
// `ppma_author`.

add_action('init', function () {
    register_taxonomy('author', 'post', [
        'show_in_rest' => true, 'rest_base' => 'ppma_author', 'public' => false,
        'capabilities' => ['manage_terms' => 'manage_categories', 'edit_terms' => 'manage_categories',
                           'delete_terms' => 'manage_categories', 'assign_terms' => 'edit_posts']]);
    foreach (['Tjitske van der Veldhorst', 'Oebele & Zonen'] as $name) {
        if (!term_exists($name, 'author')) {
            wp_insert_term($name, 'author');
        }
    }
});
add_action('rest_api_init', function () {
    register_rest_route('publishpress-authors/v1', '/authors/(?P<id>\d+)', [
        'methods' => 'GET', 'permission_callback' => '__return_true',
        'callback' => fn ($request) => ['term_id' => (int) $request['id']]]);
});
